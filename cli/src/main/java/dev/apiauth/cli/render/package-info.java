/** How answers are written: a table for people, JSON and YAML for programs. */
package dev.apiauth.cli.render;
