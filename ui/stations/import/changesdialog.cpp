// The list behind the card of changes.
#include "ui/stations/import/changescard.h"
#include "ui/stations/import/trees.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr std::size_t mostNames = 500;

QString stateTitle(DealState state) {
    return state == DealState::Won    ? ChangesCard::tr("won")
           : state == DealState::Lost ? ChangesCard::tr("lost")
                                      : ChangesCard::tr("open");
}

/// What people call a row.
QString nameOf(const Dataset& dataset, Entity entity, std::uint32_t row) {
    if (entity == Entity::Account) return dataset.accountName(row);
    const QString prefix = entity == Entity::Deal ? QStringLiteral("deal.") : QStringLiteral("contact.");
    for (const char* attribute : {"name", "email", "id"}) {
        const Column* column = dataset.column(prefix + QLatin1StringView(attribute));
        if (column && !column->isMissing(row)) return cellText(*column, row);
    }
    const std::uint32_t account = dataset.of(entity).links.account[row];
    return account == noRow ? ChangesCard::tr("Row %1").arg(row + 1) : dataset.accountName(account);
}

QStandardItem* group(QStandardItem& parent, const QString& title, qint64 count) {
    auto* item = new QStandardItem(ChangesCard::tr("%1: %2").arg(title, QLocale().toString(count)));
    item->setData(ui::font(Type::Table, QFont::DemiBold), Qt::FontRole);
    parent.appendRow(item);
    return item;
}

void addNames(QStandardItem& parent, const QString& title, const Dataset& dataset, Entity entity,
              const std::vector<std::uint32_t>& rows) {
    if (rows.empty()) return;
    QStandardItem* names = group(parent, title, qint64(rows.size()));
    for (std::size_t i = 0; i < std::min(rows.size(), mostNames); ++i)
        names->appendRow(new QStandardItem(nameOf(dataset, entity, rows[i])));
    if (rows.size() > mostNames)
        names->appendRow(new QStandardItem(
            ChangesCard::tr("%1 more").arg(QLocale().toString(qint64(rows.size() - mostNames)))));
}

void addAttributes(QStandardItem& parent, const EntityChange& change) {
    if (!change.attributes.empty()) {
        QStandardItem* columns =
            group(parent, ChangesCard::tr("Columns that changed"), qint64(change.attributes.size()));
        const QLocale locale;
        for (const AttributeChange& one : change.attributes) {
            QStringList said{ChangesCard::tr("%1: %2 other values, %3 filled, %4 emptied")
                                 .arg(one.label, locale.toString(one.changed), locale.toString(one.filled),
                                      locale.toString(one.emptied))};
            if (!one.newLevels.isEmpty())
                said << ChangesCard::tr("new: %1").arg(one.newLevels.mid(0, 8).join(QStringLiteral(", ")));
            if (!one.vanishedLevels.isEmpty())
                said << ChangesCard::tr("gone: %1")
                            .arg(one.vanishedLevels.mid(0, 8).join(QStringLiteral(", ")));
            columns->appendRow(new QStandardItem(said.join(QStringLiteral("; "))));
        }
    }
    const auto list = [&](const QString& title, const QStringList& labels) {
        if (labels.isEmpty()) return;
        QStandardItem* item = group(parent, title, labels.size());
        for (const QString& label : labels) item->appendRow(new QStandardItem(label));
    };
    list(ChangesCard::tr("New columns"), change.newAttributes);
    list(ChangesCard::tr("Columns that are gone"), change.vanishedAttributes);
}

}  // namespace

QDialog* showChanges(const Dataset& before, const Dataset& after, const DatasetChange& change,
                     QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(ChangesCard::tr("Since the data in use"));
    dialog->setObjectName(QStringLiteral("changesDialog"));
    dialog->resize(px(720), px(560));
    auto* model = new QStandardItemModel(dialog);
    for (const EntityChange& one : change.entities) {
        if (one.before == 0 && one.after == 0) continue;
        QStandardItem* entity = group(*model->invisibleRootItem(), entityTitle(one.entity), one.after);
        addNames(*entity, ChangesCard::tr("New"), after, one.entity, one.appeared);
        addNames(*entity, ChangesCard::tr("Gone"), before, one.entity, one.vanished);
        addNames(*entity, ChangesCard::tr("Changed"), after, one.entity, one.changed);
        if (one.entity == Entity::Deal && !change.outcomes.empty()) {
            QStandardItem* outcomes =
                group(*entity, ChangesCard::tr("Ended otherwise"), qint64(change.outcomes.size()));
            for (const OutcomeChange& deal : change.outcomes)
                outcomes->appendRow(new QStandardItem(ChangesCard::tr("%1: was %2, is %3")
                                                          .arg(nameOf(after, Entity::Deal, deal.after),
                                                               stateTitle(deal.from), stateTitle(deal.to))));
        }
        if (one.keyless > 0)
            group(*entity, ChangesCard::tr("With neither id nor name, not to be recognised again"),
                  one.keyless);
        addAttributes(*entity, one);
        if (entity->rowCount() == 0) entity->appendRow(new QStandardItem(ChangesCard::tr("As they were")));
    }
    QTreeView* tree = makeTree(*model, dialog->windowTitle());
    tree->expandToDepth(0);
    QPushButton* close = primaryButton(ChangesCard::tr("Close"));
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(close);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(tree, 1);
    column->addLayout(row);
    dialog->open();
    tree->setFocus();
    return dialog;
}

}  // namespace icp::ui
