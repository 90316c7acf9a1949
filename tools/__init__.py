"""What `./dev` is made of: standard library only, one small file per task."""
