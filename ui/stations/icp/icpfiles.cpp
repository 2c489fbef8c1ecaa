#include "core/base/text.h"
#include "core/deck/searchspec.h"
#include "core/deck/writers.h"
#include "ui/document/document.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/icp/leadspage.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace icp::ui {

/// The list that was scored, for the CRM it came from.
void IcpStation::saveLeads() {
    if (!m_leads->hasList()) return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = m_askFile(this, tr("Save the scored list"), folder + u'/' + m_leads->suggestedName(),
                                   tr("CSV (*.csv);;Excel (*.xlsx)"));
    if (path.isEmpty()) return;
    if (const Result<void> written = m_leads->write(path))
        messages()->showMessage(MessageBar::Kind::Ok, tr("“%1” is written.").arg(QFileInfo(path).fileName()));
    else
        messages()->showMessage(MessageBar::Kind::Error, written.error().message);
}

/// The criteria and whom to talk to, as JSON that reads back and beside it as a text.
void IcpStation::exportSearch() {
    if (!document() || !document()->currentIcp()) return;
    const Icp icp = *document()->currentIcp();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = m_askFile(this, tr("Look for more"),
                                   folder + u'/' + slug(icp.name) + tr("-search.json"), tr("JSON (*.json)"));
    if (path.isEmpty()) return;
    const QFileInfo file(path);
    const QString name = file.completeBaseName();
    const Dataset& dataset = document()->dataset();
    const SearchSpec spec = searchSpecOf(icp, document()->workshop().personasOf(icp.id), dataset, merged());
    const Result<void> written =
        writeAll(file.absolutePath(), {{name + QStringLiteral(".json"), searchSpecJson(spec, dataset)},
                                       {name + QStringLiteral(".txt"), searchSpecText(spec, dataset)}});
    if (written)
        messages()->showMessage(MessageBar::Kind::Ok, tr("“%1.json” and “%1.txt” are written.").arg(name));
    else
        messages()->showMessage(MessageBar::Kind::Error, written.error().message);
}

}  // namespace icp::ui
