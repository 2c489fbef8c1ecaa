#include "ui/stations/segments/leftcard.h"

#include "ui/models/leftwords.h"
#include "ui/stations/methodfold.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QVBoxLayout>

namespace icp::ui {

namespace {
enum By { Now, Then };
}

LeftCard::LeftCard(QWidget* parent)
    : Card(tr("Who left, by fit"), parent),
      m_by(new SegmentedSwitch({tr("ICP of today"), tr("Version of then")})),
      m_sentence(new WrapText(Type::Body, QFont::DemiBold)),
      m_rows(new TextRows({}, 1, this)),
      m_table(new PlainTable(m_rows, tr("Who left, by fit"))),
      m_method(new MethodFold) {
    m_by->setAccessibleName(tr("Fit under the ICP of today, or the version that held then"));
    body()->setContentsMargins(px(14), px(8), px(14), px(6));
    body()->setSpacing(px(6));
    body()->addWidget(m_by, 0, Qt::AlignLeft);
    body()->addWidget(m_sentence);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_method);
    body()->addStretch(0);
    connect(m_by, &SegmentedSwitch::currentChanged, this, &LeftCard::choose);
    // There is no room for both.
    connect(m_method, &MethodFold::folded, this,
            [this](bool open) { m_table->setVisible(!open && m_rows->rowCount() > 0); });
    choose();
}

void LeftCard::show(bool named, const std::optional<LeftByFit>& now, const std::optional<LeftByFit>& then) {
    m_named = named;
    m_now = now;
    m_then = then;
    choose();
}

void LeftCard::choose() {
    const std::optional<LeftByFit>& left = m_by->current() == Now ? m_now : m_then;
    const bool told = left && left->all() > 0;
    m_by->setVisible(m_named);
    m_method->shut();
    m_method->setVisible(told);
    m_table->setVisible(told);
    if (told) {
        m_sentence->setText(left->sentence);
        m_rows->setHeader(leftHeader(*left));
        m_rows->setRows(leftRows(*left));
        std::vector<int> shares{24};
        shares.insert(shares.end(), std::size_t(m_rows->columnCount() - 1), 76 / (m_rows->columnCount() - 1));
        m_table->setShares(shares);
        m_method->setMethod(leftMethod(*left));
        return;
    }
    m_rows->setRows({});
    m_sentence->setText(!m_named                  ? tr("Write an ICP first: who left is told by its fit.")
                        : left                    ? tr("The data name nobody who left.")
                        : m_by->current() == Then ? tr("No version has been agreed yet.")
                                                  : tr("The ICP has no criterion that data could answer."));
}

}  // namespace icp::ui
