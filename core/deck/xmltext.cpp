#include "core/deck/xmltext.h"

namespace icp {

QString xmlText(QString text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (c.isSurrogate() || c.unicode() < 0x20 || c.unicode() >= 0xFFFE)
            text[i] = u' ';
    }
    return text;
}

}  // namespace icp
