/** What is wrong with resources in files, and what is worth a second look. */
package dev.apiauth.cli.lint;
