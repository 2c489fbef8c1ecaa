#include "tests/support/core/rowtexts.h"

#include "core/base/text.h"

namespace icp::test {

RowTexts rowTexts(const QString& path, const ReadOptions& options) {
    RowTexts read;
    const auto info = readRows(path, options, [&](qint64 line, std::span<const Cell> cells) {
        QString row = QString::number(line) + u':';
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (cells[i].kind != CellKind::Empty)
                row += QStringLiteral(" %1%2=%3")
                           .arg(QLatin1Char("-TNDBE"[std::size_t(cells[i].kind)]))
                           .arg(i + 1)
                           .arg(toQString(cells[i].text));
        read.rows << row;
        return true;
    });
    if (info)
        read.info = *info;
    else
        read.error = info.error().message;
    return read;
}

}  // namespace icp::test
