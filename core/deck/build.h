#pragma once

#include "core/analysis/findings.h"
#include "core/deck/slide.h"
#include "core/workshop/contacts.h"
#include "core/workshop/gauge.h"
#include "core/workshop/panel.h"
#include "core/workshop/workshop.h"

#include <optional>

namespace icp {

/// Everything a deck is made from. All pointers are non-null and outlive the call.
struct DeckInput {
    const Workshop* workshop = nullptr;
    const Icp* icp = nullptr;
    const Dataset* dataset = nullptr;
    const Findings* findings = nullptr;
    const Gauge* gauge = nullptr;
    const FitTable* fit = nullptr;
    std::vector<Coverage> coverage;  ///< of workshop->personasOf(icp->id), in their order
    PanelSize panel;
    bool hideNames = false;
    bool sealed = false;  ///< the newest deals were not opened: nothing is said of them
    QDate today{};        ///< tells what is overdue; invalid: nothing is said to be
};

struct Deck {
    /// Entries that did not fit on a slide, and the mark of the appendix page where they begin.
    struct Moved {
        qsizetype entries = 0;
        QString to;
    };
    Slide icp;  ///< always exactly one page; what does not fit is listed and continues in the appendix
    /// None where consumers are sold to (Settings::consumers): the people are on the slide of the ICP.
    std::optional<Slide> personas;
    std::vector<Slide>
        appendix;  ///< evidence: one page per driver behind the ICP, segments, exclusions, overflow
    std::size_t morePeople = 0;  ///< pages of the appendix, its first ones, on which personas go on
    /// The slide that shows the personas.
    const Slide& people() const { return personas ? *personas : icp; }
    std::vector<Slide> matrix() const;  ///< people() and the pages on which it goes on
    std::size_t summaries() const { return personas ? 2 : 1; }  ///< slides before the appendix
    Moved icpMoved;
    Moved personasMoved;
    std::vector<Slide> all() const;  ///< icp, personas if there are any, appendix
};

Deck buildDeck(const DeckInput& input, const MeasureText& measure);

/// File mark of the provenance footer: the first eight hex digits of the fingerprint in two groups.
QString fileMark(const Dataset& dataset);

}  // namespace icp
