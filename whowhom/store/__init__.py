"""Where are records kept and how do they leave?"""
