#pragma once

#include <QTableView>

namespace icp::ui {

class PersonaModel;

/// The matrix as a table to write in: Enter, F2 or typing edits, Tab goes on to the next cell, Ctrl+E marks
/// an anecdote, Ctrl+C and Ctrl+V exchange cells with spreadsheets, Delete empties.
class PersonaMatrix : public QTableView {
    Q_OBJECT
public:
    explicit PersonaMatrix(PersonaModel* model, QWidget* parent = nullptr);

    /// Only what is said to the persona, or everything.
    void showMessagesOnly(bool only);
    void fit();  ///< columns share the width, rows take the height they need
    /// The first empty cell of a column.
    void goToGap(int column);

Q_SIGNALS:
    void personaAsked(int column);  ///< edit role and title
    void removeAsked(int column);
    void moveAsked(int column, int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void copy();
    void paste();
    void toggleAnecdote();
    void showColumnMenu(int column, const QPoint& global);

    PersonaModel* m_model;
};

}  // namespace icp::ui
