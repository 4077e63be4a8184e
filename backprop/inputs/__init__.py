"""What people type and paste, made into numbers; it knows no lesson."""
