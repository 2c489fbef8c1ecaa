#include "ui/stations/import/rejectedcard.h"

#include "ui/stations/import/rejectedmodel.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int rowHeight = 32;
constexpr int shownRows = 6;
}  // namespace

RejectedCard::RejectedCard(QWidget* parent)
    : Card(tr("Rows set aside"), parent),
      m_count(new Badge),
      m_save(linkButton(tr("Save list"))),
      m_mended(linkButton(tr("Read mended list"))),
      m_nothing(new Text(tr("Every row of this file was read."), int(Type::Table), Text::Ink::Second)),
      m_model(new RejectedModel(this)),
      m_list(new QTableView) {
    addTool(m_count);
    m_save->setObjectName(QStringLiteral("saveList"));
    m_save->setToolTip(tr("With a column for the reason; mend the rows there, then drop the list here"));
    addTool(m_save);
    m_mended->setObjectName(QStringLiteral("readMended"));
    m_mended->setToolTip(tr("Rows that were mended in the saved list take the place of those set aside"));
    m_nothing->setContentsMargins(px(8), px(6), px(8), 0);
    m_list->setModel(m_model);
    m_list->setObjectName(QStringLiteral("rejected"));
    m_list->setAccessibleName(tr("Rows set aside"));
    m_list->horizontalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(px(rowHeight));
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->setColumnWidth(0, px(96));
    settleRows(*m_list);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    body()->setContentsMargins(px(6), px(6), px(6), px(8));
    body()->addWidget(m_nothing);
    body()->addWidget(m_list);
    body()->addWidget(m_mended, 0, Qt::AlignLeft);
    connect(m_save, &QPushButton::clicked, this, &RejectedCard::saveWanted);
    connect(m_mended, &QPushButton::clicked, this, &RejectedCard::mendedWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && m_list->hasFocus()) Q_EMIT rowChosen(m_model->fileRow(index.row()));
            });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RejectedCard::setFile(std::shared_ptr<const Dataset> dataset, int file) {
    m_model->setFile(std::move(dataset), file);
    const int rows = m_model->rowCount();
    m_count->setText(QLocale().toString(rows));
    m_count->setTone(rows > 0 ? Badge::Tone::Warn : Badge::Tone::Grey);
    m_save->setVisible(rows > 0);
    m_mended->setVisible(rows > 0);
    m_nothing->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(qMin(rows, shownRows) * px(rowHeight) + 4);
}

}  // namespace icp::ui
