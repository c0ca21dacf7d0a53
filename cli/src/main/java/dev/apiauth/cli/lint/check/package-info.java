/** What lint alone says: one small check per class, in one list. */
package dev.apiauth.cli.lint.check;
