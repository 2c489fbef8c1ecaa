#pragma once

#include "core/table/dataset.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"

#include <QTemporaryDir>

#include <memory>

namespace icp::test {

/// An invented company of 300 accounts, each with deals and some with contacts: teams of 4 to 25 win about
/// half of their deals, others about one in six, public bodies hardly any.
std::shared_ptr<const Dataset> studioDataset();

/// An open workshop in a temporary folder.
class StudioCase {
public:
    /// Without `data` nothing has been imported.
    explicit StudioCase(bool data = true);

    ui::Document& document() { return *m_document; }
    /// The criterion "finance team of 4 to 25" as a must, on the data.
    static Criterion teamCriterion();
    /// An ICP with `criteria` criteria spread over the sections; texts in long words when `german`.
    static Icp icpOf(int criteria, bool german = false);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ui::Document> m_document;
};

}  // namespace icp::test
