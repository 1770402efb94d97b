"""Finds the quarters of dish-pay-tv-quarterly.csv (in the folder TENURE_DATA) whose stock and flows disagree, exactly."""

import csv
import os
from fractions import Fraction

with open(os.path.join(os.environ["TENURE_DATA"], "dish-pay-tv-quarterly.csv")) as file:
    quarters = list(csv.DictReader(file))

for before, quarter in zip(quarters, quarters[1:]):
    stock = Fraction(quarter["subscribers_end_million"]) - Fraction(before["subscribers_end_million"])
    gap = stock - Fraction(quarter["net_additions_million"])
    if gap != 0:
        print(quarter["quarter_end"], float(gap))
