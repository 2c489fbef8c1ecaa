#pragma once

#include "core/workshop/difference.h"
#include "core/workshop/gauge.h"
#include "core/workshop/migration.h"
#include "core/workshop/version.h"
#include "ui/document/accountfacts.h"
#include "ui/document/basis.h"
#include "ui/models/textrows.h"

namespace icp::ui {

/// How one ICP differs from another on the data at hand.
struct VersionComparison {
    std::shared_ptr<const Dataset> dataset;
    IcpDifference difference;
    Gauge before;
    Gauge after;
    Migration migration;
};
/// Fits by hand hold for both. Takes as long as two gauges.
VersionComparison compareVersions(const Basis& basis, const Icp& before, const Icp& after,
                                  const std::vector<HandFit>& byHand);

/// "v3", "v4 draft".
QString versionName(const Icp& icp);

/// What a version held on the day it was agreed, and of when the data were; empty without customers.
QString heldWords(const IcpVersion& version);

/// "504 customers come in, worth £2.1M."; without the worth where it is known of none of them.
enum class Movement { In, Out, Stay };
QString movedWords(Movement movement, const Moved& moved, const AccountFacts& facts);

/// How a version was agreed, one sentence each: day and next review, who took part, who should have, the
/// vote, dissent.
struct AgreementWords {
    QString days;
    QString participants;
    QString missing;  ///< empty: nobody
    QString vote;
    QString dissent;

    QString all() const;  ///< one per line
};
AgreementWords agreementWords(const IcpVersion& version);

/// "Changed", "Finance team of 4 to 25", "must to should, weight 30 to 20".
std::vector<TextRows::Row> differenceRows(const IcpDifference& difference, const Dataset& dataset);
/// One figure per row: its name, before, after, and by how much it changed.
std::vector<TextRows::Row> figureRows(const Gauge& before, const Gauge& after, const QString& currency);
/// "39% of customers lie outside, with 55% of the pipeline.": how far the ICP is from what is sold today.
QString statusQuo(const Gauge& gauge);

}  // namespace icp::ui
