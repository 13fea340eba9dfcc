// SPDX-License-Identifier: GPL-3.0-or-later
//
// What any Qt program costs before it does something: ./dev bench measures Proserpina against it.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(980, 640); // as Proserpina's
    window.show();
    return QApplication::exec();
}
