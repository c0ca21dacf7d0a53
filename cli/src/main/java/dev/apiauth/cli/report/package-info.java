/** What sidecars have seen: who would be denied, and who still uses passwords. */
package dev.apiauth.cli.report;
