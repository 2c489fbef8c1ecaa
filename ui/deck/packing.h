#pragma once

#include "core/deck/sharepack.h"
#include "core/workshop/workshop.h"

#include <functional>

namespace icp::ui {

/// What a share pack of one ICP is put together from.
struct Packing {
    const Workshop& workshop;
    const Icp& icp;
    QString title;  ///< of the PDF
    const std::vector<Slide>& slides;
    QByteArray findings;  ///< findings.json
    // Asked for only where names may be seen:
    std::function<Sheet()> accounts;
    std::function<Result<QByteArray>()> file;  ///< the workshop as it is stored
};

/// The pack as a zip. Errors: those of `file`, OutputNotWritable.
Result<QByteArray> sharePack(const Packing& packing);

}  // namespace icp::ui
