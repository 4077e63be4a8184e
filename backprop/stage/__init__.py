"""What every picture of a stage is made of: plain data for the browser, no Streamlit."""
