#include "core/rows/sheetchoice.h"

#include <QCoreApplication>

namespace icp {

QString sheetMeant(const QString& wanted, const QStringList& names) {
    bool isNumber = false;
    const qlonglong number = wanted.toLongLong(&isNumber);
    const bool counts =
        isNumber && number >= 1 && number <= names.size() && !names.contains(wanted, Qt::CaseInsensitive);
    return counts ? names[qsizetype(number) - 1] : wanted;
}

bool isWanted(const QString& name, const QString& wanted) {
    return wanted.isEmpty() || name.compare(wanted, Qt::CaseInsensitive) == 0;
}

Error noSuchSheet(const QString& file, const QString& wanted, const QStringList& names) {
    return {ErrorCode::Usage,
            QCoreApplication::translate("icp::SheetChoice", "%1 has no sheet “%2”. It has: %3.")
                .arg(file, wanted, names.join(QStringLiteral(", "))),
            {}};
}

}  // namespace icp
