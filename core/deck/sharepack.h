#pragma once

#include "core/base/result.h"
#include "core/deck/sheet.h"
#include "core/deck/slide.h"

#include <QByteArray>

#include <optional>

namespace icp {

/// What goes home with everybody: all there is about one ICP, readable without this program.
struct SharePack {
    QString title;              ///< of the slides; names their files
    std::vector<Slide> slides;  ///< as web page and PowerPoint
    QByteArray pdf;             ///< of the same slides, made where there are fonts
    Sheet matrix;
    QByteArray findings;  ///< findings.json
    /// What names customers; without it where names are hidden.
    struct Named {
        Sheet accounts;
        QByteArray workshop;  ///< the file itself
    };
    std::optional<Named> named;
};

/// The pack as a zip; `measure` is that of the slides. Errors: OutputNotWritable.
Result<QByteArray> packed(const SharePack& pack, const MeasureText& measure);

}  // namespace icp
