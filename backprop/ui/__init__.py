"""What the user sees and touches: the only part that draws with Streamlit."""
