"""The proofs of BP3 and BP4, put together by the learner (2.5, the exercise)."""
