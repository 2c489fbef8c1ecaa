#pragma once

#include "core/base/result.h"
#include "core/deck/sheet.h"
#include "core/deck/slide.h"

#include <QByteArray>

#include <optional>

namespace icp {

/// What goes home with everybody: all there is about one ICP, readable without this program.
struct SharePack {
    QString title;                                  ///< of the slides; names their files
    std::vector<Slide> slides;                      ///< as web page and PowerPoint
    QByteArray pdf;                                 ///< of the same slides, made where there are fonts
    std::vector<std::pair<QString, Sheet>> tables;  ///< by the name of their file, "persona-matrix"
    QByteArray findings;                            ///< findings.json
    std::optional<QByteArray> workshop;             ///< the file itself; it names customers
};

/// The pack as a zip; `measure` is that of the slides. A table without rows is left out. Errors:
/// OutputNotWritable.
Result<QByteArray> packed(const SharePack& pack, const MeasureText& measure);

}  // namespace icp
