"""Warnings: what a chart may say, but hardly means. Pure.

One module for each thing to look at; `warnings` asks them all.
"""
