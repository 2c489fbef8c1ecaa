#include "ui/stations/present/exportjob.h"

#include "core/base/text.h"
#include "core/deck/findingsbeside.h"
#include "core/deck/writers.h"
#include "core/store/workshopfile.h"
#include "core/workshop/fit.h"
#include "ui/deck/packing.h"
#include "ui/deck/slidepainter.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace icp::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::ExportJob)
};

}  // namespace

QString ExportJob::suggestedName() const {
    switch (format) {
        case ExportFormat::Pdf:
            return slug(title) + QStringLiteral(".pdf");
        case ExportFormat::PowerPoint:
            return slug(title) + QStringLiteral(".pptx");
        case ExportFormat::AccountsCsv:
            return QStringLiteral("accounts-scored.csv");
        case ExportFormat::FindingsJson:
            return QStringLiteral("findings.json");
        case ExportFormat::Pack:
            return slug(title) + QStringLiteral(".zip");
    }
    return {};
}

QString ExportJob::filter() const {
    switch (format) {
        case ExportFormat::Pdf:
            return Words::tr("PDF (*.pdf)");
        case ExportFormat::PowerPoint:
            return Words::tr("PowerPoint (*.pptx)");
        case ExportFormat::AccountsCsv:
            return Words::tr("CSV (*.csv)");
        case ExportFormat::FindingsJson:
            return Words::tr("JSON (*.json)");
        case ExportFormat::Pack:
            return Words::tr("ZIP (*.zip)");
    }
    return {};
}

Sheet ExportJob::accounts() const {
    FitModel model(*dataset);
    model.setByHand(byHand);
    model.evaluate(icp);
    return accountsSheet(*dataset, icp, model);
}

QByteArray ExportJob::findingsBytes() const {
    return findingsJson(findings, *dataset, besideOf(workshop, &icp, *dataset, findings.study));
}

Result<QByteArray> ExportJob::pack() const {
    return sharePack({workshop, icp, title, slides, findingsBytes(), [this] { return accounts(); },
                      [this]() -> Result<QByteArray> {
                          const Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(workshopPath);
                          if (!file) return fail(file.error());
                          return (*file)->copy();
                      }});
}

Result<QByteArray> ExportJob::bytes() const {
    switch (format) {
        case ExportFormat::Pdf:
            return slidesPdf(slides, title);
        case ExportFormat::PowerPoint:
            return pptx(slides, title);
        case ExportFormat::AccountsCsv:
            return sheetCsv(accounts());
        case ExportFormat::FindingsJson:
            return findingsBytes();
        case ExportFormat::Pack:
            return pack();
    }
    return QByteArray();
}

Result<void> ExportJob::run(const QString& path, const Job& job) const {
    const Result<QByteArray> made = bytes();
    if (!made) return fail(made.error());
    if (job.cancelled()) return fail(ErrorCode::Cancelled, Words::tr("The export was stopped."));
    const QFileInfo file(path);
    return writeAll(file.absolutePath(), {{file.fileName(), *made}});
}

}  // namespace icp::ui
