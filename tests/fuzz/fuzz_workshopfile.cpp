// Any bytes as a workshop: opening, undoing and saving a copy may fail, but never crash.
#include "core/store/workshopfile.h"
#include "tests/fuzz/scratchfile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const icp::fuzz::ScratchFile scratch(QStringLiteral("w.icpw"));
    QFile::remove(scratch.path() + QStringLiteral("-journal"));
    if (!scratch.fill(data, size)) return 0;
    const auto opened = icp::WorkshopFile::open(scratch.path());
    if (!opened) return 0;
    icp::WorkshopFile& file = **opened;
    file.journal();
    for (std::size_t row = 0; row < file.dataset()->accounts.rows() && row < 100; ++row)
        file.dataset()->accountName(row);
    for (int i = 0; i < 20 && file.canUndo(); ++i)
        if (!file.undo()) break;
    for (int i = 0; i < 20 && file.canRedo(); ++i)
        if (!file.redo()) break;
    icp::Change change;
    change.entity = QStringLiteral("icp");
    change.id = QStringLiteral("fuzz");
    change.after = icp::toJson(icp::Icp());
    (void)file.apply(change);
    (void)file.copyTo(scratch.beside(QStringLiteral("copy.icpw")));
    return 0;
}
