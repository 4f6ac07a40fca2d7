"""Sound files made on the spot, without an encoder."""

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000


def write_wav(path: Path, frames: NDArray[np.floating], rate_hz: int = RATE_HZ) -> Path:
    """16-bit stereo from frames (or frames x 2) between -1 and 1."""
    stereo = frames if frames.ndim == 2 else np.repeat(frames[:, np.newaxis], 2, axis=1)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(np.rint(stereo * 32767).astype("<i2").tobytes())
    return path


def read_wav(path: Path) -> NDArray[np.int64]:
    """Frames x 2 as they stand in the file."""
    with wave.open(str(path), "rb") as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE_HZ, 2, 2)
        data = file.readframes(file.getnframes())
    return np.frombuffer(data, "<i2").reshape(-1, 2).astype(np.int64)


def impulses(length_s: float, at_s: list[float], level: float = 0.5) -> NDArray[np.float64]:
    """Silence with single full frames at these seconds."""
    frames = np.zeros(round(length_s * RATE_HZ))
    for second in at_s:
        frames[round(second * RATE_HZ)] = level
    return frames


def loudness_lufs(frames: NDArray[np.floating]) -> float:
    """Integrated loudness after ITU-R BS.1770, without its gates; frames x 2."""
    size = len(frames)
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    shelf = (1.53512486 - 2.69169619 * z + 1.19839281 * z**2) / (
        1 - 1.69065929 * z + 0.73248077 * z**2
    )
    high_pass = (1 - 2 * z + z**2) / (1 - 1.99004745 * z + 0.99007225 * z**2)
    spectrum = np.fft.rfft(frames, axis=0) * (shelf * high_pass)[:, np.newaxis]
    weighted = np.fft.irfft(spectrum, size, axis=0)
    return float(-0.691 + 10 * np.log10((weighted**2).mean(axis=0).sum()))


def loud_backing(length_s: float, lufs: float = -14.0) -> NDArray[np.float64]:
    """Something like a mastered song: bass, chords and noise at a loudness, up to full scale."""
    at_s = np.arange(round(length_s * RATE_HZ)) / RATE_HZ
    chord = sum(np.sin(2 * np.pi * hertz * at_s) for hertz in (55, 110, 220, 277.2, 329.6, 440))
    pulse = np.exp(-((at_s % 0.5) * 6))
    noise = np.random.default_rng(1).standard_normal((len(at_s), 2)) * 0.6 * pulse[:, np.newaxis]
    mix = chord[:, np.newaxis] / 3 + noise
    for _ in range(8):
        mix = np.clip(mix * 10 ** ((lufs - loudness_lufs(mix)) / 20), -1, 1)
    return mix
