#pragma once

#include "core/deck/build.h"

#include <memory>

namespace icp::test {

/// Everything a deck is made from, owned. The numbers are those of the mock-ups' invented company,
/// Quillbridge.
struct DeckCase {
    Workshop workshop;
    Dataset dataset;
    Findings findings;
    Gauge gauge;
    FitTable fit;
    std::vector<Coverage> coverage;
    PanelSize panel;
    bool hideNames = false;

    Icp& icp() { return workshop.icps.front(); }
    DeckInput input() const;
};

DeckCase quillbridge();
/// Nothing but a company's name: no data, no criterion, six empty personas.
DeckCase beginning();
/// Thirty criteria, twelve personas, words without end, in German.
DeckCase crowded();
/// Japanese, where a line may end nearly everywhere.
DeckCase japanese();

/// A measure that needs no fonts: every character is 0.55 times its size wide, CJK 1.0.
double plainMeasure(const QString& text, double size, Weight weight);

}  // namespace icp::test
