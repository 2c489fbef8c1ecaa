#pragma once

#include "core/import/importer.h"
#include "ui/document/background.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace icp::ui {

class MessageBar;
class SegmentedSwitch;

/// A table or query of a SQLite file or a PostgreSQL server, to be read like a file. Passwords stay in this
/// window and the import at hand.
class DatabaseDialog : public QDialog {
    Q_OBJECT
public:
    explicit DatabaseDialog(QWidget* parent = nullptr);

    /// What was entered; the path is empty as long as something is missing.
    FileRequest request() const;

Q_SIGNALS:
    void chosen(const icp::FileRequest& file);

private:
    QWidget* makeServer();
    void showFields(int kind);
    QString address() const;
    void browse();
    void lookForTables();
    void refresh();

    SegmentedSwitch* m_kind;
    QStackedWidget* m_where;
    QLineEdit* m_file;
    QLineEdit* m_host;
    QSpinBox* m_port;
    QLineEdit* m_database;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QComboBox* m_table;
    QPlainTextEdit* m_query;
    MessageBar* m_message;
    QPushButton* m_look;
    QPushButton* m_add;
    Background m_work;
};

}  // namespace icp::ui
