#include "ui/shell/helpdialogs.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::ui::Help", text); }

using Keys = std::vector<std::pair<QString, QString>>;

Card* keyCard(const QString& title, const Keys& keys) {
    auto* card = new Card(title);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(px(6));
    grid->setHorizontalSpacing(px(16));
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < int(keys.size()); ++row) {
        auto* key = new Text(keys[std::size_t(row)].first, int(Type::Table));
        key->setWeight(QFont::DemiBold);
        grid->addWidget(key, row, 0);
        grid->addWidget(new Text(keys[std::size_t(row)].second, int(Type::Table), Text::Ink::Second), row, 1);
    }
    card->body()->addLayout(grid);
    card->body()->addStretch(1);
    return card;
}

void showDialog(QDialog* dialog, QVBoxLayout* column) {
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    QPushButton* close = primaryButton(tr("Close"));
    close->setDefault(true);
    row->addWidget(close);
    column->addLayout(row);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    close->setFocus();
}

}  // namespace

void showShortcuts(QWidget* window, const std::vector<QAction*>& actions,
                   const std::vector<Station*>& stations) {
    auto* dialog = new QDialog(window);
    dialog->setWindowTitle(tr("Shortcuts"));
    dialog->setObjectName(QStringLiteral("shortcutsDialog"));
    dialog->resize(px(900), px(640));
    Keys everywhere;
    for (const QAction* action : actions) {
        QString text = action->text();
        text.remove(u'&').remove(u'…');
        everywhere.emplace_back(action->shortcut().toString(QKeySequence::NativeText), text);
    }
    everywhere.emplace_back(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText),
                            tr("Cancel or close"));

    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    columns->setSpacing(px(16));
    columns->addWidget(keyCard(tr("Everywhere"), everywhere), 1, Qt::AlignTop);
    auto* pages = new QVBoxLayout;
    pages->setSpacing(px(16));
    for (const Station* station : stations) {
        Keys keys;
        for (const Station::Key& key : station->keys()) {
            QStringList names;
            for (const QKeySequence& sequence : key.keys)
                if (!sequence.isEmpty()) names << sequence.toString(QKeySequence::NativeText);
            keys.emplace_back(names.join(QStringLiteral(", ")), key.text);
        }
        if (!keys.empty()) pages->addWidget(keyCard(station->accessibleName(), keys));
    }
    pages->addStretch(1);
    columns->addLayout(pages, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(scroll, 1);
    showDialog(dialog, column);
}

void showAbout(QWidget* window) {
    auto* dialog = new QDialog(window);
    dialog->setWindowTitle(tr("About ICP Workshop"));
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(px(24), px(24), px(24), px(16));
    column->setSpacing(px(10));
    column->addWidget(new Text(QStringLiteral("ICP Workshop %1").arg(QCoreApplication::applicationVersion()),
                               int(Type::PageTitle)));
    for (const QString& line :
         {tr("Finds what your best customers have in common, and carries a room of people from that "
             "evidence to an agreed ideal customer profile."),
          tr("Your data stay on this computer. The program sends nothing anywhere."),
          tr("Free software under the GNU General Public License, version 3 or later. It comes without "
             "any warranty.")}) {
        auto* text = new Text(line, int(Type::Body), Text::Ink::Second);
        text->setWordWrap(true);
        text->setMinimumWidth(px(460));
        column->addWidget(text);
    }
    showDialog(dialog, column);
}

}  // namespace icp::ui
