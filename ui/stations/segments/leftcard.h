#pragma once

#include "core/deck/leftbyfit.h"
#include "ui/widgets/card.h"

#include <optional>

namespace icp::ui {

class MethodFold;
class PlainTable;
class SegmentedSwitch;
class TextRows;
class WrapText;

/// Which customers left, by their fit: under the profile as it stands, or the version that held on the day.
class LeftCard : public Card {
    Q_OBJECT
public:
    explicit LeftCard(QWidget* parent = nullptr);

    /// `named`: there is an ICP to tell by.
    void show(bool named, const std::optional<LeftByFit>& now, const std::optional<LeftByFit>& then);

private:
    void choose();

    bool m_named = false;
    std::optional<LeftByFit> m_now;
    std::optional<LeftByFit> m_then;
    SegmentedSwitch* m_by;
    WrapText* m_sentence;
    TextRows* m_rows;
    PlainTable* m_table;
    MethodFold* m_method;
};

}  // namespace icp::ui
