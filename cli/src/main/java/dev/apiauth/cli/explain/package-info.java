/** What would become of a request, step by step. */
package dev.apiauth.cli.explain;
