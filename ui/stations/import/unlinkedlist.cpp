#include "ui/stations/import/unlinkedlist.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace icp::ui {

namespace {

/// Copies whole rows, with their heads.
class UnlinkedView final : public QTableView {
public:
    explicit UnlinkedView(UnlinkedModel& model) : m_model(model) { setModel(&model); }

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (!event->matches(QKeySequence::Copy)) return QTableView::keyPressEvent(event);
        std::vector<int> rows;
        for (const QModelIndex& index : selectionModel()->selectedRows()) rows.push_back(index.row());
        std::sort(rows.begin(), rows.end());
        if (!rows.empty()) QGuiApplication::clipboard()->setText(m_model.copied(rows));
    }

private:
    UnlinkedModel& m_model;
};

}  // namespace

UnlinkedModel::UnlinkedModel(const Links& links, QObject* parent)
    : QAbstractTableModel(parent), m_unlinked(links.unlinked), m_nameless(links.nameless) {}

int UnlinkedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_unlinked.size()) + (m_nameless > 0 ? 1 : 0);
}

int UnlinkedModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant UnlinkedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == Rows ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const bool nameless = std::size_t(index.row()) >= m_unlinked.size();
    const Unlinked row = nameless ? Unlinked{{}, {}, m_nameless, 0} : m_unlinked[std::size_t(index.row())];
    const QLocale locale;
    switch (index.column()) {
        case TextColumn:
            return row.text.simplified();
        case FoundIn:
            return row.column;
        case Rows:
            return locale.toString(row.rows);
        default:
            return nameless           ? tr("These rows name no account")
                   : row.accounts > 0 ? tr("%1 accounts share it").arg(locale.toString(row.accounts))
                                      : tr("No account is known by it");
    }
}

QVariant UnlinkedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && section == Rows) return int(Qt::AlignVCenter | Qt::AlignRight);
    if (orientation == Qt::Vertical || role != Qt::DisplayRole) return {};
    switch (section) {
        case TextColumn:
            return tr("In the file");
        case FoundIn:
            return tr("Column");
        case Rows:
            return tr("Rows");
        default:
            return tr("Why");
    }
}

QString UnlinkedModel::copied(const std::vector<int>& rows) const {
    const auto line = [](const auto& cell) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) cells << cell(column).toString();
        return cells.join(u'\t') + u'\n';
    };
    QString text = line([&](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole); });
    for (const int row : rows)
        text += line([&](int column) { return data(index(row, column), Qt::DisplayRole); });
    return text;
}

QDialog* showUnlinked(const QString& title, const Links& links, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setObjectName(QStringLiteral("unlinkedDialog"));
    dialog->resize(px(760), px(520));
    auto* model = new UnlinkedModel(links, dialog);
    auto* list = new UnlinkedView(*model);
    list->setAccessibleName(title);
    list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    list->verticalHeader()->hide();
    list->verticalHeader()->setDefaultSectionSize(px(32));
    list->horizontalHeader()->setSectionResizeMode(UnlinkedModel::TextColumn, QHeaderView::Stretch);
    list->setColumnWidth(UnlinkedModel::FoundIn, px(150));
    list->setColumnWidth(UnlinkedModel::Rows, px(80));
    list->setColumnWidth(UnlinkedModel::Why, px(210));
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setTabKeyNavigation(false);
    list->setWordWrap(false);

    QPushButton* copyAll = secondaryButton(UnlinkedModel::tr("Copy list"), QStringLiteral("copy"));
    copyAll->setObjectName(QStringLiteral("copyList"));
    QPushButton* close = primaryButton(UnlinkedModel::tr("Close"));
    close->setDefault(true);
    QObject::connect(copyAll, &QPushButton::clicked, model, [model] {
        std::vector<int> rows(std::size_t(model->rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
        QGuiApplication::clipboard()->setText(model->copied(rows));
    });
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);

    auto* row = new QHBoxLayout;
    row->addWidget(copyAll);
    row->addStretch(1);
    row->addWidget(close);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(list, 1);
    column->addLayout(row);
    dialog->open();
    list->setFocus();
    return dialog;
}

}  // namespace icp::ui
