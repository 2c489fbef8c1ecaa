#include "app/textparts.h"

#include "core/base/shown.h"

#include <QCoreApplication>

namespace icp::text {

QString percent(double share) { return percentText(share, QLocale::c()); }

QString rateText(const Rate& rate) {
    return QCoreApplication::translate("icp::FindingsText", "%1 of %2 (%3, range %4 to %5)")
        .arg(rate.positives)
        .arg(rate.n)
        .arg(percent(rate.rate), percent(rate.low), percent(rate.high));
}

void addPart(QStringList& to, const QString& heading, const QStringList& lines) {
    if (!lines.isEmpty()) to << QString() << heading << lines;
}

}  // namespace icp::text
