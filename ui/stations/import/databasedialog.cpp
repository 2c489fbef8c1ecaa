#include "ui/stations/import/databasedialog.h"

#include "ui/stations/import/firstlook.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

enum Kind { SqliteFile, Server };
constexpr int usualPort = 5432;

QLineEdit* field(const char* name, const QString& accessible) {
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1StringView(name));
    edit->setAccessibleName(accessible);
    return edit;
}

}  // namespace

DatabaseDialog::DatabaseDialog(QWidget* parent)
    : QDialog(parent),
      m_kind(new SegmentedSwitch({tr("SQLite file"), tr("PostgreSQL")})),
      m_where(new QStackedWidget),
      m_file(field("databaseFile", tr("File"))),
      m_host(field("host", tr("Host"))),
      m_port(new QSpinBox),
      m_database(field("database", tr("Database"))),
      m_user(field("user", tr("User"))),
      m_password(field("password", tr("Password"))),
      m_table(new QComboBox),
      m_query(new QPlainTextEdit),
      m_message(new MessageBar),
      m_look(secondaryButton(tr("List tables"), QStringLiteral("refresh"))),
      m_add(primaryButton(tr("Add"))) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("databaseDialog"));
    setWindowTitle(tr("Add a database"));
    setMinimumWidth(px(560));

    auto* file = new QWidget;
    auto* fileRow = new QHBoxLayout(file);
    fileRow->setContentsMargins(0, 0, 0, 0);
    QPushButton* choose = secondaryButton(tr("Choose"), QStringLiteral("file"));
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(choose);
    m_where->addWidget(file);
    m_where->addWidget(makeServer());
    m_where->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    m_table->setObjectName(QStringLiteral("table"));
    m_table->setAccessibleName(tr("Table"));
    m_table->setEditable(true);
    m_table->lineEdit()->setPlaceholderText(tr("Name of a table or view"));
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_query->setObjectName(QStringLiteral("query"));
    m_query->setAccessibleName(tr("Query"));
    m_query->setPlaceholderText(tr("or a query: select … from …"));
    m_query->setTabChangesFocus(true);
    m_query->setFixedHeight(px(84));
    m_look->setObjectName(QStringLiteral("listTables"));
    m_add->setObjectName(QStringLiteral("addDatabase"));
    auto* tables = new QHBoxLayout;
    tables->addWidget(m_table, 1);
    tables->addWidget(m_look);

    auto* cancel = secondaryButton(tr("Cancel"));
    auto* actions = new QHBoxLayout;
    actions->addWidget(new Text(tr("It is read and never changed."), int(Type::Note), Text::Ink::Third));
    actions->addStretch(1);
    actions->addWidget(cancel);
    actions->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(18), px(20), px(18));
    column->setSpacing(px(12));
    auto* kinds = new QHBoxLayout;
    kinds->addWidget(m_kind);
    kinds->addStretch(1);
    column->addLayout(kinds);
    column->addWidget(m_where);
    column->addLayout(tables);
    column->addWidget(m_query);
    column->addWidget(m_message);
    column->addLayout(actions);
    m_add->setDefault(true);
    showFields(SqliteFile);

    connect(m_kind, &SegmentedSwitch::currentChanged, this, [this](int kind) {
        showFields(kind);
        m_table->clear();
        m_message->clear();
        refresh();
    });
    connect(choose, &QPushButton::clicked, this, &DatabaseDialog::browse);
    for (QLineEdit* edit : {m_file, m_host, m_database, m_user})
        connect(edit, &QLineEdit::textChanged, this, &DatabaseDialog::refresh);
    connect(m_table, &QComboBox::editTextChanged, this, &DatabaseDialog::refresh);
    connect(m_query, &QPlainTextEdit::textChanged, this, &DatabaseDialog::refresh);
    connect(m_look, &QPushButton::clicked, this, &DatabaseDialog::lookForTables);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(request());
        accept();
    });
    refresh();
}

/// The file needs less room than the server.
void DatabaseDialog::showFields(int kind) {
    for (int i = 0; i < m_where->count(); ++i)
        m_where->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == kind ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_where->setCurrentIndex(kind);
    layout()->activate();
    adjustSize();
}

QWidget* DatabaseDialog::makeServer() {
    auto* server = new QWidget;
    auto* form = new QFormLayout(server);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(px(12));
    form->setVerticalSpacing(px(8));
    m_host->setText(QStringLiteral("localhost"));
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(1, 65535);
    m_port->setValue(usualPort);
    m_password->setEchoMode(QLineEdit::Password);
    auto* host = new QHBoxLayout;
    host->addWidget(m_host, 1);
    host->addWidget(m_port);
    form->addRow(tr("Host and port"), host);
    form->addRow(tr("Database"), m_database);
    form->addRow(tr("User"), m_user);
    form->addRow(tr("Password"), m_password);
    return server;
}

QString DatabaseDialog::address() const {
    if (m_kind->current() == SqliteFile) return m_file->text().trimmed();
    if (m_host->text().trimmed().isEmpty() || m_database->text().trimmed().isEmpty()) return {};
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setHost(m_host->text().trimmed());
    url.setPort(m_port->value());
    url.setPath(u'/' + m_database->text().trimmed());
    if (!m_user->text().trimmed().isEmpty()) url.setUserName(m_user->text().trimmed());
    if (!m_password->text().isEmpty()) url.setPassword(m_password->text());
    return url.toString(QUrl::FullyEncoded);
}

FileRequest DatabaseDialog::request() const {
    FileRequest file;
    const QString query = m_query->toPlainText().trimmed();
    file.sheet = query.isEmpty() ? m_table->currentText().trimmed() : query;
    if (!file.sheet.isEmpty()) file.path = address();
    return file;
}

void DatabaseDialog::browse() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a database"), {},
                                                      tr("SQLite (*.sqlite *.sqlite3 *.db);;All files (*)"));
    if (path.isEmpty()) return;
    m_file->setText(path);
    lookForTables();
}

/// A first look names the tables, also when it fails because one of them must be chosen.
void DatabaseDialog::lookForTables() {
    FileRequest file;
    file.path = address();
    if (file.path.isEmpty()) return;
    m_look->setEnabled(false);
    m_message->showMessage(MessageBar::Kind::Info, tr("Asking the database …"));
    m_work.start([this, file](const Job& job, const Background::Deliver& deliver) {
        const auto tables = tablesOf(file.path, job);
        deliver([this, tables] {
            m_message->clear();
            if (tables) {
                const QString typed = m_table->currentText();
                m_table->clear();
                m_table->addItems(*tables);
                if (!typed.isEmpty()) m_table->setEditText(typed);
                m_table->setFocus();
            } else {
                m_message->showMessage(MessageBar::Kind::Error, tables.error().message);
            }
            refresh();
            m_look->setEnabled(!address().isEmpty());  // this work is done, though not yet over
        });
    });
}

void DatabaseDialog::refresh() {
    m_look->setEnabled(!address().isEmpty() && !m_work.busy());
    m_table->setEnabled(m_query->toPlainText().trimmed().isEmpty());
    m_add->setEnabled(!request().path.isEmpty());
    m_add->setToolTip(m_add->isEnabled() ? QString() : tr("Say where it is, and which table or query"));
}

}  // namespace icp::ui
