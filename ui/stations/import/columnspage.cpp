#include "ui/stations/import/columnspage.h"

#include "ui/stations/import/columnlist.h"
#include "ui/stations/import/columnverdict.h"
#include "ui/stations/import/previewtable.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSet>
#include <QTableView>
#include <QVBoxLayout>

namespace icp::ui {

ColumnsPage::ColumnsPage(QWidget* parent)
    : QWidget(parent),
      m_list(new ColumnList(this)),
      m_verdict(new QComboBox),
      m_find(new QLineEdit),
      m_table(new QTableView),
      m_leave(secondaryButton({})),
      m_keep(secondaryButton({})) {
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setProperty("small", true);
    m_verdict->setAccessibleName(tr("Which columns"));
    m_verdict->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_find->setObjectName(QStringLiteral("find"));
    m_find->setProperty("small", true);
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find a column"));
    m_find->setClearButtonEnabled(true);
    m_leave->setObjectName(QStringLiteral("leaveColumns"));
    m_keep->setObjectName(QStringLiteral("keepColumns"));
    for (QPushButton* button : {m_leave, m_keep}) button->setProperty("small", true);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(px(14), px(10), px(14), px(2));
    tools->setSpacing(px(8));
    tools->addWidget(m_verdict);
    tools->addWidget(m_find, 1);
    tools->addWidget(m_leave);
    tools->addWidget(m_keep);

    m_table->setModel(m_list);
    makeRoomy(*m_table, ColumnList::Header);
    m_table->setObjectName(QStringLiteral("columns"));
    m_table->setAccessibleName(tr("Columns of the file"));
    m_table->verticalHeader()->setDefaultSectionSize(px(32));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(ColumnList::Header, px(220));
    m_table->setColumnWidth(ColumnList::Verdict, px(150));
    m_table->setColumnWidth(ColumnList::TypeColumn, px(110));
    m_table->setColumnWidth(ColumnList::Empty, px(76));
    m_table->setColumnWidth(ColumnList::Holds, px(96));
    settleRows(*m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addLayout(tools);
    column->addWidget(m_table, 1);

    connect(m_verdict, &QComboBox::currentIndexChanged, this, [this] {
        m_list->setVerdict(m_verdict->currentData().toString());
        refresh();
    });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_list->setSearch(text);
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ColumnsPage::refresh);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT activated(m_list->header(index.row())); });
    connect(m_leave, &QPushButton::clicked, this,
            [this] { Q_EMIT useChosen(chosen(false), AttributeUse::LeftOut); });
    connect(m_keep, &QPushButton::clicked, this,
            [this] { Q_EMIT useChosen(chosen(true), AttributeUse::Feature); });
    refresh();
}

void ColumnsPage::setFile(std::shared_ptr<const Dataset> dataset, int file) {
    const QString verdict = m_verdict->currentData().toString();
    QSet<QString> marked;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        marked.insert(m_list->header(index.row()));
    // Where nothing tells how old the rows are, the column would only take room from the reasons.
    bool holds = false;
    if (dataset && file >= 0 && std::size_t(file) < dataset->files.size())
        for (const ColumnInfo& one : dataset->files[std::size_t(file)].columnInfo) holds |= one.valid >= 0;
    m_table->setColumnHidden(ColumnList::Holds, !holds);
    m_list->setFile(std::move(dataset), file);
    const QSignalBlocker quiet(m_verdict);
    const QLocale locale;
    m_verdict->clear();
    m_verdict->addItem(tr("All %1 columns").arg(locale.toString(m_list->all())), QString());
    for (const QString& name : verdicts())
        if (const int count = m_list->counts().value(name); count > 0)
            m_verdict->addItem(tr("%1: %2").arg(verdictTitle(name), locale.toString(count)), name);
    m_verdict->setCurrentIndex(qMax(0, m_verdict->findData(verdict)));
    m_list->setVerdict(m_verdict->currentData().toString());
    for (const QString& header : marked)
        if (const int row = m_list->rowOf(header); row >= 0)
            m_table->selectionModel()->select(m_list->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    refresh();
}

void ColumnsPage::showVerdict(const QString& verdict) {
    m_find->clear();
    m_verdict->setCurrentIndex(qMax(0, m_verdict->findData(verdict)));
    m_table->setFocus(Qt::OtherFocusReason);
}

QStringList ColumnsPage::chosen(bool leftOut) const {
    QStringList headers;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        if (m_list->leftOut(index.row()) == leftOut && !m_list->attribute(index.row()).isEmpty())
            headers << m_list->header(index.row());
    return headers;
}

void ColumnsPage::refresh() {
    const qsizetype used = chosen(false).size();
    const qsizetype out = chosen(true).size();
    const QLocale locale;
    m_leave->setText(used > 1 ? tr("Leave out %1").arg(locale.toString(used)) : tr("Leave out"));
    m_keep->setText(out > 1 ? tr("Keep %1").arg(locale.toString(out)) : tr("Keep"));
    m_leave->setEnabled(used > 0);
    m_keep->setEnabled(out > 0);
    m_leave->setToolTip(used > 0 ? tr("Keep them out of the analysis; the data stay")
                                 : tr("Choose columns that are used"));
    m_keep->setToolTip(out > 0 ? tr("Take them back into the analysis")
                               : tr("Choose columns that are left out"));
}

}  // namespace icp::ui
