#include "ui/charts/wrapped.h"

namespace icp::ui {

QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width, int lines) {
    QStringList out;
    QString rest = text.simplified();
    while (out.size() < lines - 1 && metrics.horizontalAdvance(rest) > width) {
        qsizetype cut = 0;
        for (qsizetype i = 1; i < rest.size(); ++i) {
            const bool breakable = rest[i] == u' ' || rest[i - 1] == u'/' || rest[i - 1] == u'-';
            if (!breakable) continue;
            if (metrics.horizontalAdvance(rest.left(i)) > width) break;
            cut = i;
        }
        if (cut == 0) break;
        out << rest.left(cut);
        rest = rest.mid(cut).trimmed();
    }
    out << metrics.elidedText(rest, Qt::ElideRight, width);
    return out;
}

}  // namespace icp::ui
