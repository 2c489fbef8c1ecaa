#pragma once

#include "core/analysis/findings.h"
#include "core/base/result.h"
#include "core/deck/build.h"
#include "core/deck/sheet.h"
#include "core/store/workshopfile.h"
#include "core/workshop/gauge.h"
#include "core/workshop/workshop.h"

#include <QByteArray>

namespace icp {

/// All results about one ICP, computed once and written in any form. What it was made from must outlive it.
class Results {
public:
    Results(const Workshop& workshop, const Icp& icp, const Dataset& dataset, const Findings& findings);

    Result<QByteArray> slidePdf() const;  ///< one page
    Result<QByteArray> deckPdf() const;
    Result<QByteArray> deckPptx() const;
    Result<QByteArray> slidePptx() const;
    Result<QByteArray> matrixPdf() const;
    Result<QByteArray> matrixPptx() const;
    QByteArray deckHtml() const;
    /// Everything in one zip; `findings` is findings.json. The file is copied only where names may be seen.
    Result<QByteArray> pack(const QByteArray& findings, const WorkshopFile& file) const;
    Sheet accounts() const;
    Sheet matrix() const;
    Sheet implications() const;
    Sheet agreements() const;
    const Gauge& gauge() const { return m_gauge; }

private:
    QString title(const QString& what) const;

    const Workshop& m_workshop;
    const Icp& m_icp;
    const Dataset& m_dataset;
    GaugeModel m_model;
    Gauge m_gauge;
    Deck m_deck;
};

}  // namespace icp
