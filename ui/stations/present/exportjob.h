#pragma once

#include "core/analysis/findings.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/deck/sheet.h"
#include "core/deck/slide.h"
#include "core/workshop/fit.h"
#include "core/workshop/icp.h"
#include "core/workshop/workshop.h"
#include "ui/stations/present/exportcard.h"

#include <memory>

namespace icp::ui {

/// Everything one export needs, as values; runs on any thread.
struct ExportJob {
    ExportFormat format = ExportFormat::Pdf;
    QString title;
    std::vector<Slide> slides;
    Icp icp;
    std::vector<HandFit> byHand;  ///< accounts whose fit people set
    std::shared_ptr<const Dataset> dataset;
    Workshop workshop;  ///< claims and versions are told beside the findings
    Findings findings;
    QString workshopPath;  ///< of the file, for the pack

    QString suggestedName() const;  ///< "multi_entity_finance_teams.pdf"
    QString filter() const;         ///< for a file dialog
    /// The whole file or none. Errors: OutputNotWritable, Cancelled.
    Result<void> run(const QString& path, const Job& job) const;

private:
    Result<QByteArray> bytes() const;
    Result<QByteArray> pack() const;
    Sheet accounts() const;
    QByteArray findingsBytes() const;
};

}  // namespace icp::ui
