"""What the motion over the diagram is called, for those who hold it or hear of it."""

LABEL = "How far this step's motion is, in percent"
AGAIN = "Show this step's motion again"
