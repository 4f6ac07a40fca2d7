"""Together: how closely two players' timings match, apart from how exact each of them is. Pure.

Knows verdicts and timelines, and nothing of seats, replays or pictures. All errors are real time,
at every practice speed. `rules` judges the hits once more, `moments` and `pairs` say beforehand
what is compared, `playing` follows a play, `estimate` is its score, `meter` the live view of it;
`follow`, `place`, `tendency`, `feel`, `handovers` and `reunion` say more, `report` all of it, and
`sentences` only what the statistics allow; `curves` are there to be looked at.

Main types: `Playing`, `Estimate`, `TogetherSnapshot`, `Report`.
"""
