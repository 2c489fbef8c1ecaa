#pragma once

#include "ui/charts/words.h"
#include "ui/models/contrast.h"

namespace icp::ui {

/// A finding in words: what it says, and the numbers behind it.
struct FindingText {
    QString title;
    QString numbers;
};

/// "Finance team size 4–25: you win almost three times as often." with rates, counts and the gap.
FindingText driverText(const AttributeProfile& attribute, const Contrast& contrast, const Words& words);

/// For drivers of which no value stands out upwards, only downwards.
FindingText onlyLowText(const AttributeProfile& attribute, const Findings& findings);

/// For attributes whose differences may be chance, or that have nothing to compare.
FindingText noDriverText(const AttributeProfile& attribute, const Findings& findings);

/// "Public body: 5%." with won of n, the check, and what would be shut out.
FindingText exclusionText(const Exclusion& exclusion, const Findings& findings);

/// Which levels were hardly ever tried: "Insurance 3 deals, Energy 2. Too few to decide." Empty when there
/// are none.
FindingText untestedText(const AttributeProfile& attribute, const Findings& findings);

/// "Eurostat, Mar 2024": who says what the market is made of.
QString marketText(const Exposure& exposure);

/// What the base rate would be if tries were spread as the market is; empty when nobody said or it cannot be
/// told.
FindingText reweightedText(const Exposure& exposure, const Findings& findings);

/// Whether "not known" itself goes with the outcome; empty unless it clearly does.
FindingText missingText(const Exposure& exposure, const Findings& findings);

/// "almost three times as often", "1.4 times as often", "twice as often".
QString timesAsOften(double inside, double outside);

}  // namespace icp::ui
