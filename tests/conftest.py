"""What holds for all tests: no stopwatch, and the same examples in every run."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady",
    deadline=None,  # a busy machine is no failure
    derandomize=True,  # a red run can be repeated
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
