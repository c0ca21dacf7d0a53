/** Git repositories and large files on disk, served by git's own program. */
package dev.apiauth.testkit.product.repository;
