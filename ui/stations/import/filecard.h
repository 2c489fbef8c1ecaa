#pragma once

#include "core/import/importer.h"

#include <QAbstractButton>

class QMenu;
class QToolButton;

namespace icp::ui {

/// One file of an import as it was understood; clicking chooses it for the preview, its menu changes how it
/// is read.
class FileCard : public QAbstractButton {
    Q_OBJECT
public:
    enum class State { Reading, Ready, Check, Failed };
    explicit FileCard(const QString& name, QWidget* parent = nullptr);

    void setSource(const SourceFile& source);
    /// `why` in a sentence, for a file that holds nothing yet.
    void setState(State state, const QString& text, const QString& why = {});
    /// What its menu offers; without it there is none.
    struct Choices {
        FileRequest request;  ///< what was chosen so far
        QStringList sheets;   ///< of its workbook or database
        QString sheet;        ///< the one that was read
        bool text = false;    ///< has an encoding and a delimiter
    };
    void setChoices(const Choices& choices);
    QMenu* makeMenu();  ///< of the choices; deletes itself when it closes

    QSize sizeHint() const override;

Q_SIGNALS:
    void roleChosen(icp::Entity role);
    void sheetChosen(const QString& sheet);
    void sheetAdded(const QString& sheet);           ///< to be read beside this one
    void encodingChosen(const QString& encoding);    ///< empty = as detected
    void delimiterChosen(const QString& delimiter);  ///< likewise
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString m_name;
    QString m_icon;
    QString m_facts;
    QString m_vendor;
    QStringList m_details;
    State m_state = State::Reading;
    QString m_stateText;
    QString m_why;
    QString m_age;
    Choices m_choices;
    QToolButton* m_more;
};

/// Where another file may be dropped; clicking asks for one.
class DropField : public QAbstractButton {
    Q_OBJECT
public:
    explicit DropField(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace icp::ui
