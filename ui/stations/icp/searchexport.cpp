#include "core/base/text.h"
#include "core/deck/searchspec.h"
#include "core/deck/writers.h"
#include "ui/document/document.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace icp::ui {

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
    const SearchSpec spec = searchSpecOf(icp, document()->workshop().personasOf(icp.id), dataset);
    const Result<void> written =
        writeAll(file.absolutePath(), {{name + QStringLiteral(".json"), searchSpecJson(spec, dataset)},
                                       {name + QStringLiteral(".txt"), searchSpecText(spec, dataset)}});
    if (written)
        messages()->showMessage(MessageBar::Kind::Ok, tr("“%1.json” and “%1.txt” are written.").arg(name));
    else
        messages()->showMessage(MessageBar::Kind::Error, written.error().message);
}

}  // namespace icp::ui
