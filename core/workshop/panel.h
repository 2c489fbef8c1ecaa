#pragma once

#include "core/table/dataset.h"
#include "core/workshop/persona.h"

namespace icp {

/// How many people take part on the buying side, from the workshop's own contacts. Only deals whose account
/// has a contact count: no contact known does not mean that nobody took part.
struct PanelSize {
    struct Band {
        QString label;  ///< "under 25k" ...: bands of deal amount by terciles, rounded
        double low = 0;
        double high = 0;  ///< of the amount; infinity for the last
        qint64 deals = 0;
        double mean = 0;
        double meanLow =
            0;  ///< 95% interval of the mean over accounts; the mean itself when there is one account
        double meanHigh = 0;
    };
    bool known =
        false;  ///< false: no contacts are linked; then only the quoted 5.7 can be shown, labelled as such
    qint64 wonDeals = 0;
    qint64 lostDeals = 0;
    double won = 0;  ///< mean contacts per account of a won deal
    double lost = 0;
    std::vector<Band> bands;  ///< won deals by amount, ascending; empty when fewer than three have one
};
PanelSize panelSize(const Dataset& dataset);

/// The figure Forrester is quoted with; a labelled default, never mixed with computed results.
inline constexpr double quotedPanelSize = 5.7;

/// Share of won accounts (with contacts) in which a contact of this persona is known: one whose title has any
/// of the title patterns, or the persona's own title, as whole words.
struct Coverage {
    qint64 accounts = 0;
    qint64 known = 0;
    double share() const { return accounts > 0 ? double(known) / double(accounts) : 0; }
};
std::vector<Coverage> coverage(const Dataset& dataset, const std::vector<Persona>& personas);

}  // namespace icp
